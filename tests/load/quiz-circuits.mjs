// Learners without a browser: each starts a quiz by the form, opens its page, and answers over a circuit as blazor.web.js would.
//   node quiz-circuits.mjs ADDRESS CIRCUITS AT_ONCE
// Prints a line of JSON: heap and process bytes for each circuit that is open on its first question and on its tenth, answered
// one; milliseconds from a click on "I don't know" to the feedback, with AT_ONCE of them answering.
import * as signalR from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";

const [address, circuits, atOnce] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const Questions = 10;
const Warm = 100;
const Patience = 60_000;

// The framework's protocol is MessagePack under a name of its own.
class BlazorPack extends MessagePackHubProtocol {
  name = "blazorpack";
}

// What a batch says is in five tables, whose places stand in its last 20 bytes; a frame has 20 bytes and begins with its type.
const Frame = { element: 1, attribute: 3, markup: 8 };

function readBatch(bytes) {
  const batch = Buffer.from(bytes);
  const [frames, strings] = [batch.readInt32LE(batch.length - 16), batch.readInt32LE(batch.length - 4)];
  const text = index => {
    if (index < 0) return null;
    let at = batch.readInt32LE(strings + 4 * index);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = batch[at++];
      length |= (byte & 127) << shift;
      if (byte < 128) return batch.toString("utf8", at, at + length);
    }
  };
  const elements = [];
  let open = null; // An element's attributes follow it; one that follows something else changes an element that is there already.
  for (let i = 0, at = frames + 4; i < batch.readInt32LE(frames); i++, at += 20) {
    const type = batch.readInt32LE(at);
    if (type === Frame.element) elements.push(open = { name: text(batch.readInt32LE(at + 8)), attributes: {}, handlers: {} });
    else if (type !== Frame.attribute) open = null;
    if (type !== Frame.attribute || open === null) continue;
    const name = text(batch.readInt32LE(at + 4));
    const handler = Number(batch.readBigUInt64LE(at + 12));
    if (handler > 0) open.handlers[name] = handler;
    else open.attributes[name] = text(batch.readInt32LE(at + 8)) ?? "";
  }
  return elements;
}

class Learner {
  #known = [];
  #waiting = null;
  #calls = 0;

  async open() {
    const started = await fetch(`${address}/quiz/start`, { method: "POST", redirect: "manual", body: new URLSearchParams({ length: Questions }) });
    const place = started.headers.get("location");
    if (!place?.startsWith("/quiz/") || place.includes("?")) throw new Error(`no quiz: ${started.status} ${place}`);
    const cookie = started.headers.getSetCookie().map(c => c.split(";")[0]).join("; ");
    const html = await (await fetch(address + place, { headers: { cookie } })).text();
    const markers = [...html.matchAll(/<!--Blazor:(\{.*?\})-->/g)].map(m => JSON.parse(m[1])).filter(m => m.type === "server" && m.descriptor);
    const state = html.match(/<!--Blazor-Server-Component-State:(.*?)-->/)?.[1] ?? "";
    this.hub = new signalR.HubConnectionBuilder()
      .withUrl(`${address}/_blazor`, { headers: { Cookie: cookie }, transport: signalR.HttpTransportType.WebSockets })
      .withServerTimeout(Patience).withHubProtocol(new BlazorPack()).configureLogging(signalR.LogLevel.None).build();
    this.hub.on("JS.RenderBatch", (id, bytes) => {
      this.hub.send("OnRenderCompleted", id, null);
      this.#known = [...readBatch(bytes), ...this.#known].slice(0, 400);
      this.#waiting?.();
    });
    this.hub.on("JS.BeginInvokeJS", (id, ...rest) => {
      const object = JSON.stringify(rest).match(/__dotNetObject\D+(\d+)/);
      if (object) this.events ??= Number(object[1]);
      if (id) this.hub.send("EndInvokeJSFromDotNet", id, true, `[${id},true,null]`);
    });
    for (const ignored of ["JS.AttachComponent", "JS.EndInvokeDotNet", "JS.BeginInvokeJSVoid"]) this.hub.on(ignored, () => {});
    this.hub.on("JS.Error", message => { console.error(message); process.exit(1); });
    await this.hub.start();
    this.circuit = await this.hub.invoke("StartCircuit", `${address}/`, address + place, "[]", state);
    if (!this.circuit) throw new Error("no circuit");
    const operations = markers.map((marker, i) => ({ type: "add", ssrComponentId: i + 1, marker }));
    this.hub.send("UpdateRootComponents", JSON.stringify({ batchId: 1, operations }), state);
    await this.until(() => this.find(e => e.attributes.value === "unknown"));
    return this;
  }

  // As a browser does whose tab is closed.
  async leave() {
    const form = new FormData();
    form.set("circuitId", this.circuit);
    await fetch(`${address}/_blazor/disconnect`, { method: "POST", body: form });
    await this.hub.stop();
  }

  find(is) {
    return this.#known.find(e => is(e) && e.handlers.onclick);
  }

  until(is) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("nothing came")), Patience);
      this.#waiting = () => {
        const found = is();
        if (!found) return;
        clearTimeout(late);
        this.#waiting = null;
        resolve(found);
      };
      this.#waiting();
    });
  }

  click(element) {
    this.#known = [];
    const mouse = { type: "click", detail: 1, screenX: 0, screenY: 0, clientX: 0, clientY: 0, offsetX: 0, offsetY: 0, pageX: 0, pageY: 0, movementX: 0, movementY: 0, button: 0, buttons: 0, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
    const event = { eventHandlerId: element.handlers.onclick, eventName: "click", eventFieldInfo: null };
    this.hub.send("BeginInvokeDotNetFromJS", String(++this.#calls), null, "DispatchEventAsync", this.events, JSON.stringify([event, mouse]));
  }

  async answer() {
    const button = await this.until(() => this.find(e => e.attributes.value === "unknown"));
    const begin = performance.now();
    this.click(button);
    this.next = await this.until(() => this.find(e => e.attributes["data-hotkey"] === "n"));
    return performance.now() - begin;
  }

  // The button for "I don't know" is drawn anew with each question.
  go() {
    this.click(this.next);
    return this.until(() => this.find(e => e.attributes.value === "unknown"));
  }
}

const memory = async () => (await fetch(`${address}/diagnostics/memory`)).json();
const each = async (items, width, work) => {
  const queue = [...items];
  await Promise.all(Array.from({ length: width }, async () => { while (queue.length > 0) await work(queue.pop()); }));
};
const per = (before, after) => ({ heapKB: +((after.heap - before.heap) / circuits / 1024).toFixed(1), processKB: +((after.process - before.process) / circuits / 1024).toFixed(1) });
const times = [];
const through = async learner => {
  for (let i = 0; i < Questions; i++) {
    times.push(await learner.answer());
    if (i < Questions - 1) await learner.go();
  }
};

// The first ones compile what all of them use and fill what is kept for all; then they leave.
const warm = [];
for (let i = 0; i < Warm; i++) warm.push(await new Learner().open());
await each(warm, 4, through);
await each(warm, 8, learner => learner.leave());
times.length = 0;
const before = await memory();
const learners = [];
await each(Array.from({ length: circuits }), 8, async () => learners.push(await new Learner().open()));
const opened = await memory();
await each(learners, atOnce, through);
const answered = await memory();
times.sort((a, b) => a - b);
const at = share => +times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
console.log(JSON.stringify({ circuits: answered.circuits, first: per(before, opened), tenth: per(before, answered), clicks: times.length, p50: at(0.5), p99: at(0.99), p999: at(0.999), most: at(1) }));
process.exit(0);
