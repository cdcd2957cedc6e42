import { expectStories } from './stories.ts';

expectStories(101, 50);
