// What this person sees of the workspace, as the server told it. Views listen by topic.

const KEPT_TRAFFIC = 400;

export class World {
  #listeners = new Map();
  me = null;
  team = {};
  people = new Map();
  channels = new Map();
  messages = new Map();
  home = null;
  modals = [];
  commands = [];
  shortcuts = [];
  clock = { now: Date.now() / 1000, offset: 0, zone: "America/New_York", moving: false };
  clockRead = Date.now();
  traffic = [];
  bot = { name: "Alongside", connected: false };
  faults = null;
  canReset = false;
  unread = new Map();
  shown = null;

  on(topics, run) {
    for (const topic of topics.split(" ")) {
      if (!this.#listeners.has(topic)) this.#listeners.set(topic, new Set());
      this.#listeners.get(topic).add(run);
    }
  }

  tell(topic, detail = {}) {
    for (const run of this.#listeners.get(topic) ?? []) run(detail);
  }

  apply(frame) {
    const take = this[`take_${frame.type}`];
    if (take) take.call(this, frame);
  }

  take_snapshot(frame) {
    this.people = new Map(frame.people.map((person) => [person.id, person]));
    this.me = this.people.get(frame.me?.id ?? frame.me) ?? frame.me;
    this.team = frame.team ?? {};
    this.channels = new Map(frame.channels.map((channel) => [channel.id, channel]));
    this.messages = new Map();
    for (const [channel, list] of Object.entries(frame.messages ?? {})) {
      this.messages.set(channel, new Map(list.map((message) => [message.ts, message])));
    }
    Object.assign(this, {
      home: frame.home ?? null,
      modals: frame.modals ?? [],
      commands: frame.commands ?? [],
      shortcuts: (frame.shortcuts ?? []).map((entry) => ({ ...entry, type: entry.type ?? entry.kind })),
      traffic: (frame.traffic ?? []).slice(-KEPT_TRAFFIC),
      bot: frame.bot ?? this.bot,
      faults: frame.faults ?? null,
      canReset: frame.can_reset ?? false,
    });
    this.#setClock(frame.clock);
    this.tell("snapshot");
  }

  take_message({ channel, message }) {
    if (!this.messages.has(channel)) this.messages.set(channel, new Map());
    const list = this.messages.get(channel);
    const fresh = !list.has(message.ts);
    list.set(message.ts, message);
    if (fresh && channel !== this.shown && message.user !== this.me?.id) {
      this.unread.set(channel, (this.unread.get(channel) ?? 0) + 1);
    }
    this.tell("message", { channel, message, fresh });
  }

  take_message_deleted({ channel, ts }) {
    this.messages.get(channel)?.delete(ts);
    this.tell("message", { channel, fresh: false });
  }

  take_people({ people }) {
    this.people = new Map(people.map((person) => [person.id, person]));
    this.me = this.people.get(this.me?.id) ?? this.me;
    this.tell("channels");
  }

  take_home({ view }) {
    this.home = view;
    this.tell("home");
  }
  take_modals({ views }) {
    this.modals = views ?? [];
    this.tell("modals");
  }
  take_clock({ clock }) {
    this.#setClock(clock);
    this.tell("clock");
  }
  take_bot({ bot }) {
    this.bot = bot;
    this.tell("bot");
  }
  take_faults({ faults }) {
    this.faults = faults;
    this.tell("faults");
  }
  take_notice({ level, text }) {
    this.tell("notice", { level, text });
  }
  take_reloaded() {
    this.tell("reloaded");
  }

  take_channels({ channels }) {
    this.channels = new Map(channels.map((channel) => [channel.id, channel]));
    this.tell("channels");
  }

  take_traffic({ entry }) {
    const at = this.traffic.findLastIndex((known) => known.id === entry.id);
    if (at >= 0) this.traffic[at] = entry;
    else this.traffic.push(entry);
    if (this.traffic.length > KEPT_TRAFFIC) this.traffic.splice(0, this.traffic.length - KEPT_TRAFFIC);
    this.tell("traffic");
  }

  clearTraffic() {
    this.traffic = [];
    this.tell("traffic");
  }

  show(place) {
    this.shown = place;
    this.unread.delete(place);
    this.tell("shown");
  }

  messagesIn(channel) {
    return [...(this.messages.get(channel)?.values() ?? [])].sort((one, other) => Number(one.ts) - Number(other.ts));
  }

  now() {
    return this.clock.now + (Date.now() - this.clockRead) / 1000;
  }
  get zone() {
    return this.me?.tz || this.clock.zone;
  }
  nameOf(id) {
    const person = this.people.get(id);
    return person ? person.real_name || person.name : null;
  }

  titleOf(channel) {
    if (channel.kind !== "im") return `#${channel.name}`;
    return this.isWithBot(channel) ? this.bot.name : (this.nameOf(channel.with) ?? channel.name);
  }

  botChannel() {
    return [...this.channels.values()].find((channel) => this.isWithBot(channel)) ?? null;
  }

  // A DM names the person on either side of it, depending on who tells.
  isWithBot(channel) {
    return (
      channel.kind === "im" &&
      ([this.bot.id, this.me?.id].includes(channel.with) || Boolean(this.people.get(channel.with)?.is_bot))
    );
  }

  #setClock(clock) {
    if (!clock) return;
    this.clock = clock;
    this.clockRead = Date.now();
  }
}
