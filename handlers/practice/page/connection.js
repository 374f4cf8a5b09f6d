// The page's WebSocket: frames in, numbered requests out, and patience when the line drops.

const PATIENCE = 35_000;

export class Connection {
  #socket = null;
  #waiting = new Map();
  #next = 1;
  #tries = 0;
  #timer = 0;
  #met = false;

  constructor({ onFrame, onStatus }) {
    this.onFrame = onFrame;
    this.onStatus = onStatus;
  }

  open(person) {
    if (person !== this.person) this.#met = false;
    this.person = person;
    clearTimeout(this.#timer);
    this.#drop();
    const address = new URL("/practice/page", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    if (person) address.searchParams.set("as", person);
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      this.#tries = 0;
      this.#met = true;
      this.onStatus("open");
    });
    socket.addEventListener("message", (event) => this.#receive(JSON.parse(event.data)));
    socket.addEventListener("close", () => {
      if (socket === this.#socket) this.#lost();
    });
  }

  reopen() {
    this.open(this.person);
  }

  // Always answers; a request that got nowhere answers {ok: false, error}.
  ask(what, fields = {}, patience = PATIENCE) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ ok: false, error: "not_connected" });
    const id = this.#next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, { ok: false, error: "no_answer" }), patience);
      this.#waiting.set(id, { resolve, timer });
      this.#socket.send(JSON.stringify({ do: what, id, ...fields }));
    });
  }

  #receive(frame) {
    if (frame.type === "answer") this.#settle(frame.id, frame);
    else this.onFrame(frame);
  }

  #settle(id, answer) {
    const request = this.#waiting.get(id);
    if (!request) return;
    this.#waiting.delete(id);
    clearTimeout(request.timer);
    request.resolve(answer);
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, error: "connection_lost" });
    socket?.close();
  }

  #lost() {
    this.#drop();
    this.onStatus("lost");
    // An address from yesterday may name somebody who is gone: after a few tries, be whoever the server suggests.
    if (this.#tries > 2 && !this.#met) this.person = null;
    const pause = Math.min(8000, 400 * 2 ** this.#tries++);
    this.#timer = setTimeout(() => this.reopen(), pause);
  }
}
