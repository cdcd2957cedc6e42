// Runs in the page's own world: the receiving half of contextBridge. Only texts cross between the two worlds.
document.addEventListener('stand-in:expose', (event) => {
  const { name, functions } = JSON.parse(event.detail);
  const call = (key, args) =>
    document.dispatchEvent(new CustomEvent('stand-in:call', { detail: JSON.stringify({ name, key, args }) }));
  const api = Object.fromEntries(functions.map((key) => [key, (...args) => void call(key, args)]));
  Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
});
