// Instants in the reader's zone, and Slack's <!date^…> tokens.

const makers = new Map();

function format(epoch, zone, options, locale = "en-US") {
  const name = `${locale}|${zone}|${JSON.stringify(options)}`;
  if (!makers.has(name)) makers.set(name, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return makers.get(name).format(new Date(epoch * 1000));
}

export const timeOf = (epoch, zone, locale) => format(epoch, zone, { hour: "numeric", minute: "2-digit" }, locale);
export const dayKey = (epoch, zone) =>
  format(epoch, zone, { year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA");
export const wallTime = (epoch, zone) =>
  format(epoch, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB");
export const inWords = (epoch, zone) =>
  format(epoch, zone, {
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
export const inShort = (epoch, zone) =>
  format(epoch, zone, { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
export const exactTime = (epoch, zone) =>
  format(epoch, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }, "en-GB");

export function dayLabel(epoch, now, zone) {
  const away = daysBetween(now, epoch, zone);
  if (away === 0) return "Today";
  if (away === -1) return "Yesterday";
  const sameYear = dayKey(epoch, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
  return format(epoch, zone, {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: sameYear ? undefined : "numeric",
  });
}

// The instant at which a wall clock in this zone shows the day and time. In a gap, the first instant after it.
export function instantOf(day, time, zone) {
  const wall = Date.parse(`${day}T${time}:00Z`) / 1000;
  let guess = wall;
  for (let round = 0; round < 3; round++) guess += wall - wallSeconds(guess, zone);
  return guess;
}

export function addDays(day, count) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function wallSeconds(epoch, zone) {
  return Date.parse(`${dayKey(epoch, zone)}T${exactTime(epoch, zone)}Z`) / 1000;
}

function daysBetween(from, to, zone) {
  return Math.round((Date.parse(dayKey(to, zone)) - Date.parse(dayKey(from, zone))) / 86_400_000);
}

const LONG = { weekday: "long", month: "long", day: "numeric", year: "numeric" };
const FORMS = {
  date_num: null,
  date: { month: "long", day: "numeric", year: "numeric" },
  date_short: { month: "short", day: "numeric", year: "numeric" },
  date_long: LONG,
  date_long_full: LONG,
  day_divider: { weekday: "long", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

export function slackDate(epoch, pattern, { now, zone, locale = "en-US" }) {
  return pattern.replace(/\{(\w+)\}/g, (whole, token, at) => {
    if (token === "ago") return ago(epoch - now, locale);
    const plain = token.replace(/_pretty$/, "");
    if (!(plain in FORMS)) return whole;
    const away = daysBetween(now, epoch, zone);
    if (plain !== token && Math.abs(away) <= 1) {
      const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(away, "day");
      return at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    }
    if (plain === "date_num") return dayKey(epoch, zone);
    return format(epoch, zone, FORMS[plain], locale);
  });
}

function ago(seconds, locale) {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, length] of [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ]) {
    if (Math.abs(seconds) >= length) return words.format(Math.round(seconds / length), unit);
  }
  return words.format(0, "minute");
}
