import type { PersonView } from '#shared/protocol/index.ts';
import type { ExportData } from './collect.ts';

/** Of others only the name stays: without it nobody could tell who wrote what. */
const nameOnly = (person: PersonView): PersonView => ({ ...person, title: '', place: '', howToWorkWithMe: '' });

/** What is by one person or about them, and nothing else of others: the data a person has a right to take along. */
export const onlyMine =
  (me: string) =>
  (all: ExportData): ExportData => ({
    ...all,
    people: all.people.map((person) => (person.id === me ? person : nameOnly(person))),
    cycles: all.cycles
      .map(({ cycle, objectives }) => ({
        cycle,
        objectives: objectives.filter(
          (one) =>
            [one.ownerId, one.createdById].includes(me) ||
            one.contributorIds.includes(me) ||
            one.keyResults.some((each) => each.ownerId === me || each.updates.some((update) => update.byId === me)),
        ),
      }))
      .filter((one) => one.objectives.length > 0),
    checkIns: all.checkIns.filter((one) => one.personId === me),
    feedback: all.feedback.filter((one) => one.byId === me || one.aboutId === me),
    kudos: all.kudos.filter((one) => one.byId === me || one.toId === me),
    records: all.records.filter((one) => one.createdById === me || JSON.stringify(one.value).includes(me)),
  });
