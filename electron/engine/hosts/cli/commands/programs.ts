import type { CliCommand } from '../command.ts';

/** A relay for a team, or several. It shares nothing with the engine, so it runs as the program it is. */
export const relayCommand: CliCommand = {
  name: 'relay',
  summary: 'Run a relay that teammates who are never online together meet through.',
  flags: {},
  passesThrough: true,
  run: (terminal, _values, args) => terminal.run('relay', args),
};

export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'Watch two people in Toronto and Karachi run their week, from nothing.',
  flags: {},
  passesThrough: true,
  run: (terminal, _values, args) => terminal.run('demo', args),
};
