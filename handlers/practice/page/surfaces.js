// A surface is where blocks stand: a message, a modal, the Home tab. It knows how to press and to ask the bot.

export function surfacesOf(world, connection, forms) {
  const surface = (thing, kind, container, where, name = `${world.me?.id}/${thing}`) => ({
    name,
    kind,
    world,
    form: forms.of(name),
    async press(blockId, action) {
      const answer = await connection.ask("press", { container, block_id: blockId, action, state: this.form.state() });
      if (!answer.ok) world.tell("notice", { level: "error", text: kindly(answer, world) });
      return answer;
    },
    suggest: (blockId, actionId, value) =>
      connection.ask("suggest", { ...where, block_id: blockId, action_id: actionId, value }),
  });
  return {
    message(channel, ts) {
      return surface(`message:${channel}:${ts}`, "message", { type: "message", channel, ts }, { channel, ts });
    },
    view(view, kind) {
      return surface(`view:${view.id}`, kind, { type: "view", view_id: view.id }, { view_id: view.id });
    },
  };
}

// Slack's own sentence about a failure arrives as a notice as well; where it is shown in its place, the notice goes.
export function saidInPlace(answer, world) {
  world.tell("said-in-place", { text: answer.notice });
  return kindly(answer, world);
}

const SENTENCES = {
  not_connected: "The page has lost its connection to the practice workspace. It is trying again.",
  connection_lost: "The connection dropped before an answer came. Look whether it arrived before you try again.",
  no_answer: "There was no answer. Look whether it arrived before you try again.",
  operation_timeout: "{bot} did not answer within three seconds.",
  dispatch_failed: "{bot} could not be reached. Is it running?",
  not_in_channel: "You are not in this channel, or it is archived.",
  no_such_view: "This form is no longer open.",
  no_such_element: "This is no longer there.",
};

export function kindly(answer, world) {
  const sentence = answer.notice ?? answer.text ?? SENTENCES[answer.error];
  if (sentence) return sentence.replace("{bot}", world.bot.name ?? "The bot");
  return `That did not work (${String(answer.error ?? "unknown").replaceAll("_", " ")}).`;
}
