import { expectStories } from './stories.ts';

expectStories(451, 50);
