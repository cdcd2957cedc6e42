export const directory = {
  find: 'Find people',
  example: 'Name, role, place',
  turn: 'List or reporting lines',
  view: 'How people are shown',
  views: { list: 'List', lines: 'Reporting lines' },
  nobody: 'Nobody like that',
  nobodyHint: 'Try a part of a name, what they do, or where they are.',
  found_one: '{{count}} person found',
  found_other: '{{count}} people found',
  level: 'level {{level}}',
  here: '{{place}}, {{time}}',
};
