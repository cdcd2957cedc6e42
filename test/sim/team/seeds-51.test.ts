import { expectStories } from './stories.ts';

expectStories(51, 50);
