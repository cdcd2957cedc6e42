import { expectStories } from './stories.ts';

expectStories(1, 50);
