// The shortcodes a network's bot and people use. One that is not here stays as it was typed.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|clap 👏|raised_hands 🙌|raised_hand ✋|hand ✋|wave 👋|pray 🙏|muscle 💪|handshake 🤝|ok_hand 👌
point_right 👉|point_left 👈|point_up ☝️|point_down 👇|fist ✊|raising_hand 🙋|bow 🙇|eyes 👀|heart ❤️|yellow_heart 💛|green_heart 💚
blue_heart 💙|purple_heart 💜|orange_heart 🧡|sparkling_heart 💖|broken_heart 💔|smile 😄|grinning 😀|slightly_smiling_face 🙂|blush 😊|wink 😉
joy 😂|cry 😢|sob 😭|thinking_face 🤔|sweat_smile 😅|hugging_face 🤗|disappointed 😞|worried 😟|innocent 😇|relieved 😌|tada 🎉|sparkles ✨|star ⭐
star2 🌟|fire 🔥|100 💯|rocket 🚀|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|question ❓
grey_question ❔|exclamation ❗|grey_exclamation ❕|warning ⚠️|rotating_light 🚨|sos 🆘|no_entry ⛔|no_entry_sign 🚫|x ❌|heavy_check_mark ✔️
white_check_mark ✅|ballot_box_with_check ☑️|negative_squared_cross_mark ❎|heavy_plus_sign ➕|heavy_minus_sign ➖|arrow_right ➡️|arrow_left ⬅️
arrow_up ⬆️|arrow_down ⬇️|arrows_counterclockwise 🔄|repeat 🔁|leftwards_arrow_with_hook ↩️|hourglass ⌛|hourglass_flowing_sand ⏳|alarm_clock ⏰
stopwatch ⏱️|clock1 🕐|clock3 🕒|clock6 🕕|clock8 🕗|clock9 🕘|clock12 🕛|calendar 📆|date 📅|spiral_calendar_pad 🗓️|pushpin 📌|round_pushpin 📍
world_map 🗺️|memo 📝|pencil ✏️|pencil2 ✏️|clipboard 📋|page_facing_up 📄|scroll 📜|bookmark 🔖|books 📚|book 📖|link 🔗|paperclip 📎|lock 🔒
unlock 🔓|key 🔑|closed_lock_with_key 🔐|shield 🛡️|mag 🔍|mag_right 🔎|gear ⚙️|wrench 🔧|hammer 🔨|scales ⚖️|classical_building 🏛️|office 🏢
house 🏠|house_with_garden 🏡|bed 🛏️|couch_and_lamp 🛋️|door 🚪|church ⛪|school 🏫|hospital 🏥|bank 🏦|car 🚗|blue_car 🚙|taxi 🚕|bus 🚌|train 🚆
station 🚉|airplane ✈️|bike 🚲|walking 🚶|wheelchair ♿|baby 👶|child 🧒|family 👪|couple 👫|busts_in_silhouette 👥|bust_in_silhouette 👤
adult 🧑|older_adult 🧓|baby_bottle 🍼|dog 🐶|cat 🐱|dove_of_peace 🕊️|butterfly 🦋|seedling 🌱|herb 🌿|sunflower 🌻|rose 🌹|tulip 🌷|olive_branch 🫒
earth_americas 🌎|sunny ☀️|sunrise 🌅|night_with_stars 🌃|crescent_moon 🌙|cloud ☁️|umbrella ☂️|rain_cloud 🌧️|snowflake ❄️|rainbow 🌈
moneybag 💰|dollar 💵|money_with_wings 💸|credit_card 💳|receipt 🧾|chart_with_upwards_trend 📈|bar_chart 📊|ledger 📒|phone ☎️|telephone ☎️
telephone_receiver 📞|iphone 📱|email 📧|envelope ✉️|mailbox 📫|computer 💻|tv 📺|camera 📷|video_camera 📹|microphone 🎤|headphones 🎧|printer 🖨️
gift 🎁|cake 🍰|coffee ☕|tea 🍵|bread 🍞|apple 🍎|shopping_trolley 🛒|package 📦|shirt 👕|socks 🧦|teddy_bear 🧸|candle 🕯️|zzz 💤|robot_face 🤖
speaking_head_in_silhouette 🗣️|ear 👂|sign_language 🤟|ballot_box_with_ballot 🗳️|briefcase 💼|mortar_board 🎓|trophy 🏆|medal 🏅|ticket 🎫
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫
large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|white_large_square ⬜|black_large_square ⬛|black_square_button 🔲|small_blue_diamond 🔹
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|new 🆕|free 🆓|information_source ℹ️|copyright ©️|wavy_dash 〰️|us 🇺🇸|mx 🇲🇽|flag-ht 🇭🇹|flag-br 🇧🇷
`;

const EMOJI = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((pair) => {
      const gap = pair.indexOf(" ");
      return [pair.slice(0, gap), pair.slice(gap + 1)];
    }),
);

const SHORTCODE = /:([a-z0-9_+-]+):(?::skin-tone-\d:)?/g;

export const emojiOf = (name) => EMOJI.get(name) ?? null;
export const emojify = (text) => text.replace(SHORTCODE, (whole, name) => EMOJI.get(name) ?? whole);
