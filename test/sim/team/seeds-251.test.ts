import { expectStories } from './stories.ts';

expectStories(251, 50);
