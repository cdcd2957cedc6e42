import type { ReadStream, WriteStream } from 'node:tty';

const enter = new Set(['\r', '\n', '\u0004']);
const erase = new Set(['\u0008', '\u007f']);
const interrupt = '\u0003';

/** Asks for a line without showing it. Undefined where nobody can be asked, or who was asked gave up with Ctrl-C. */
export const askSecret = (input: ReadStream, output: WriteStream, question: string): Promise<string | undefined> => {
  if (!input.isTTY || !output.isTTY) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string | undefined): void => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      resolve(answer);
    };
    const onData = (data: Buffer): void => {
      for (const character of data.toString('utf8')) {
        if (character === interrupt) return end(undefined);
        if (enter.has(character)) return end(typed);
        typed = erase.has(character) ? [...typed].slice(0, -1).join('') : typed + character;
      }
    };
    output.write(question);
    input.setRawMode(true);
    input.resume();
    input.on('data', onData);
  });
};
