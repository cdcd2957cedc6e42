import { expectStories } from './stories.ts';

expectStories(351, 50);
