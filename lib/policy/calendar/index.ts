export * from './day';
export { holidaysOf, isPublicHoliday, knowsHolidays, partsWithHolidays } from './holidays';
export * from './working-week';
export * from './zone';
