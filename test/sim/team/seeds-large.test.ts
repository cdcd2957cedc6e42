import { expectLargeStories } from './stories.ts';

expectLargeStories(1, 500);
