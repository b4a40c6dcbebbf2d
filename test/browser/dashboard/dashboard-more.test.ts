// Beside dashboard.test.ts, so that two browsers look at the same time.
import { changePages } from './change-pages.ts';
import { testLooks } from './looks.ts';
import { measurePages } from './measure-pages.ts';

testLooks({ ...changePages, ...measurePages });
