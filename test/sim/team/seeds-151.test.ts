import { expectStories } from './stories.ts';

expectStories(151, 50);
