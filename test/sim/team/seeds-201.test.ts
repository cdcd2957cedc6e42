import { expectStories } from './stories.ts';

expectStories(201, 50);
