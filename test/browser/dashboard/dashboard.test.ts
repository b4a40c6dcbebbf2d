import { testLooks } from './looks.ts';
import { dashboardPages } from './pages.ts';

testLooks(dashboardPages);
