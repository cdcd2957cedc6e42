/** Whether `app` has emitted `ready`; much of Electron throws on the wrong side of it. */
let ready = false;

export const becomeReady = (): void => {
  ready = true;
};

export const afterReady = (what: string): void => {
  if (!ready) throw new Error(`${what} before app is ready`);
};

export const beforeReady = (what: string): void => {
  if (ready) throw new Error(`${what} should be called before app is ready`);
};
