// Runs in the page's isolated world in front of the preload, and is what the preload gets for `require('electron')`.
// `standInSend` is a binding that only exists in this world; the stand-in for main calls `standInReceive`.
(() => {
  const send = (message) => globalThis.standInSend(JSON.stringify(message));
  const listeners = new Map();
  const ports = new Map();
  const exposed = new Map();

  const ipcRenderer = {
    send: (channel, ...args) => {
      for (const arg of args) structuredClone(arg);
      send({ type: 'send', channel, args });
    },
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
  };

  const receivePort = (id) => {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.onmessage = (event) => {
      if (event.ports.length > 0) throw new Error('A page handed over a port: Electron would, the stand-in does not');
      send({ type: 'port', id, data: event.data });
    };
    port1.addEventListener('close', () => send({ type: 'closed', id }));
    return port2;
  };

  globalThis.standInReceive = (message) => {
    if (message.type === 'port') ports.get(message.id)?.postMessage(message.data);
    if (message.type === 'closed') {
      ports.get(message.id)?.close();
      ports.delete(message.id);
    }
    if (message.type === 'message') {
      const event = { sender: ipcRenderer, ports: message.ports.map(receivePort) };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
    }
  };

  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      if (exposed.has(name)) throw new Error(`Cannot bind an API on top of an existing property on the window object`);
      for (const value of Object.values(api)) {
        if (typeof value !== 'function') structuredClone(value);
      }
      exposed.set(name, api);
      const functions = Object.keys(api).filter((key) => typeof api[key] === 'function');
      const detail = JSON.stringify({ name, functions });
      document.dispatchEvent(new CustomEvent('stand-in:expose', { detail }));
    },
  };

  document.addEventListener('stand-in:call', (event) => {
    const { name, key, args } = JSON.parse(event.detail);
    if (exposed.get(name)[key](...args) !== undefined) throw new Error(`${name}.${key} returns a value`);
  });

  document.addEventListener('stand-in:open', (event) => send({ type: 'open', url: event.detail }));

  const strict = (name, target) =>
    new Proxy(target, {
      get: (object, key) => {
        if (!(key in object)) throw new Error(`The stand-in for Electron has no ${name}.${String(key)}`);
        return object[key];
      },
    });

  globalThis.standInRequire = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge: strict('contextBridge', contextBridge), ipcRenderer: strict('ipcRenderer', ipcRenderer) };
  };
})();
