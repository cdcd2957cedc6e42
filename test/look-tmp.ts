import { readFileSync } from 'node:fs';
import { launchBrowser } from '#test/support/browser.ts';
const host = JSON.parse(readFileSync('/tmp/places/host.json','utf8').split('\n')[0]);
const [,, ...jobs] = process.argv; // name|lang|scheme|WxH|address|keys(act code)
const browser = await launchBrowser();
for (const job of jobs) {
  const [name, lang, scheme, size, address, act] = job.split('|');
  const [w, h] = size.split('x').map(Number);
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, locale: 'en-GB', colorScheme: scheme as 'light', reducedMotion: 'reduce' });
  const page = await ctx.newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', name, e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', name, m.text()));
  await page.addInitScript(`localStorage.setItem('meridian-language', '"${lang}"')`);
  await page.goto(`${host.url}#secret=${host.token}`.replace('#secret', '#' + (await import('#shared/protocol/index.ts')).secretName));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
  await page.waitForTimeout(900);
  try {
    if (act) await new Function('page', `return (async () => { ${act} })()`)(page);
  } catch (e) { console.log('ACT', name, String(e).slice(0, 300)); }
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/places/${name}.png` });
  await ctx.close();
}
await browser.close();
