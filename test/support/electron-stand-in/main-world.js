// Runs in the page's own world: the receiving half of contextBridge, and the questions a page asks before it opens a
// window. Only texts cross between the two worlds.
document.addEventListener('stand-in:expose', (event) => {
  const { name, functions } = JSON.parse(event.detail);
  const call = (key, args) =>
    document.dispatchEvent(new CustomEvent('stand-in:call', { detail: JSON.stringify({ name, key, args }) }));
  const api = Object.fromEntries(functions.map((key) => [key, (...args) => void call(key, args)]));
  Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
});

const askToOpen = (url) =>
  document.dispatchEvent(new CustomEvent('stand-in:open', { detail: new URL(url, document.baseURI).href }));

// A denied window is null to the page that wanted it.
window.open = (url = 'about:blank') => {
  askToOpen(String(url));
  return null;
};

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (link === null) return;
  event.preventDefault();
  askToOpen(link.href);
});
