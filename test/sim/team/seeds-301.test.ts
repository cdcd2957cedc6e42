import { expectStories } from './stories.ts';

expectStories(301, 50);
