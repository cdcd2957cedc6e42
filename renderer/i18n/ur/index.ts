import type { Messages } from '../messages.ts';
import { app } from './app.ts';
import { checkIn } from './check-in.ts';
import { devices } from './devices.ts';
import { directory } from './directory.ts';
import { erasure } from './erasure.ts';
import { feedbackRequests } from './feedback-requests.ts';
import { firstRun } from './first-run.ts';
import { goals } from './goals.ts';
import { importer } from './import.ts';
import { importPeople } from './import-people.ts';
import { journal } from './journal.ts';
import { members } from './members.ts';
import { notes } from './notes.ts';
import { oneOnOne } from './one-on-one.ts';
import { people } from './people.ts';
import { recognition } from './recognition.ts';
import { recovery } from './recovery.ts';
import { reminders } from './reminders.ts';
import { requests } from './requests.ts';
import { search } from './search.ts';
import { security } from './security.ts';
import { teamWeek } from './team-week.ts';
import { today } from './today.ts';
import { triage } from './triage.ts';
import { trust } from './trust.ts';
import { ui } from './ui.ts';
import { work } from './work.ts';

/** The Urdu catalogue, one file a feature. */
export const ur: Messages = {
  app,
  checkIn,
  devices,
  directory,
  erasure,
  feedbackRequests,
  firstRun,
  goals,
  importPeople,
  journal,
  members,
  notes,
  oneOnOne,
  people,
  recognition,
  recovery,
  reminders,
  requests,
  search,
  security,
  teamWeek,
  today,
  triage,
  trust,
  ui,
  work,
  import: importer,
};

export { sentences } from './sentences/index.ts';
