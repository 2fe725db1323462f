import { testWorlds } from './worlds.ts';

testWorlds('moving');
