import { speak } from '../../shared/text/speak.ts';

// Every test begins with a reader of English.
await speak('en');
