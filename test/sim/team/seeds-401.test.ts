import { expectStories } from './stories.ts';

expectStories(401, 50);
