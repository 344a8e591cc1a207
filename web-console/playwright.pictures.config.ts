import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Takes the pictures of the documents anew (npm run pictures), or one of every page and state (npm run states). */
export default defineConfig({ ...tests, testMatch: '**/*.pictures.ts', timeout: 300_000, reporter: 'list' });
