/** Zones whose clocks change at midnight, by half an hour, late in the year or not at all. */
export const difficultZones = [
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
];
