/**
 * Public holidays by law, one line per place. Sundays are left out unless the day itself moves.
 *
 * - `05-01` 1 May · `E+1` days after Easter · `O-2` days from Orthodox Easter
 * - `05.mon1` first Monday of May · `08.mon-1` last Monday of August · `06-20.sat` first Saturday from 20 June on
 * - `[2025..]`, `[..2024]`, `[2026]`, `[!2026]` in which years
 * - `>` a weekend day moves to the next free weekday · `<>` Saturday moves back to Friday, Sunday on to Monday
 * - `@FR` everything of another line, before its own
 *
 * Chosen over a library: date-holidays brings 45 MB and takes 115 ms for its first answer, and part of its data asks
 * for attribution; n8n loads every node at start. The tests compare each date of 2024 to 2030 with the lists of
 * two libraries (python-holidays 0.105, date-holidays 3.37).
 */
export const holidayTable: Readonly<Record<string, string>> = {
  AT: '01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26',
  BE: '01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25',
  BG: '01-01> 03-03> O-2 O-1 O+1 05-01> 05-06> 05-24> 09-06> 09-22> 12-24> 12-25> 12-26>',
  CY: '01-01 01-06 O-48 03-25 04-01 O-2 O+1 05-01 O+50 08-15 10-01 10-28 12-25 12-26',
  CZ: '01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
  DE: '01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26',
  'DE-BW': '@DE 01-06 E+60 11-01',
  'DE-BY': '@DE 01-06 E+60 11-01',
  'DE-BE': '@DE 03-08 05-08[2025] 06-17[2028]',
  'DE-BB': '@DE 10-31',
  'DE-HB': '@DE 10-31',
  'DE-HH': '@DE 10-31',
  'DE-HE': '@DE E+60',
  'DE-MV': '@DE 03-08 10-31',
  'DE-NI': '@DE 10-31',
  'DE-NW': '@DE E+60 11-01',
  'DE-RP': '@DE E+60 11-01',
  'DE-SL': '@DE E+60 08-15 11-01',
  'DE-SN': '@DE 10-31 11-16.wed',
  'DE-ST': '@DE 01-06 10-31',
  'DE-SH': '@DE 10-31',
  'DE-TH': '@DE 09-20 10-31',
  DK: '01-01 E-3 E-2 E+1 E+26[..2023] E+39 E+50 12-25 12-26',
  EE: '01-01 02-24 E-2 05-01 06-23 06-24 08-20 12-24 12-25 12-26',
  ES: '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  FI: '01-01 01-06 E-2 E+1 05-01 E+39 06-19.fri 06-20.sat 10-31.sat 12-06 12-24 12-25 12-26',
  FR: '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
  // Moselle and the two departments of Alsace.
  'FR-57': '@FR E-2 12-26',
  'FR-67': '@FR E-2 12-26',
  'FR-68': '@FR E-2 12-26',
  GB: '01-01> E-2 05.mon1 05.mon-1 12-25> 12-26>',
  'GB-ENG': '@GB E+1 08.mon-1',
  'GB-WLS': '@GB E+1 08.mon-1',
  'GB-SCT': '@GB 01-02> 06-15[2026] 08.mon1 11-30>',
  'GB-NIR': '@GB 03-17> E+1 07-12> 08.mon-1',
  // May Day 2024 fell into Holy Week and was moved by decision.
  GR: '01-01 01-06 O-48 03-25 O-2 O+1 05-01[!2024] 05-07[2024] O+50 08-15 10-28 12-25 12-26',
  HR: '01-01 01-06 E+1 05-01 05-30 E+60 06-22 08-05 08-15 11-01 11-18 12-25 12-26',
  HU: '01-01 03-15 E-2 E+1 05-01 E+50 08-20 10-23 11-01 12-25 12-26',
  // Saint Brigid's Day is the first Monday of February, or 1 February where that is a Friday.
  IE: '01-01 02.mon1[!2030] 02-01[2030] 03-17 E+1 05.mon1 06.mon1 08.mon1 10.mon-1 12-25 12-26',
  IS: '01-01 E-3 E-2 E+1 04-19.thu 05-01 E+39 E+50 06-17 08.mon1 12-25 12-26',
  IT: '01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04[2026..] 11-01 12-08 12-25 12-26',
  LI: '01-01 01-06 02-02 03-19 E+1 05-01 E+39 E+50 E+60 08-15 09-08 11-01 12-08 12-25 12-26',
  LT: '01-01 02-16 03-11 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26',
  LU: '01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26',
  LV: '01-01 E-2 E+1 05-01 05-04> 06-23 06-24 11-18> 12-24 12-25 12-26 12-31',
  MT: '01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25',
  // Good Friday and 5 May are no days off for all, but periods set by law do not end on them.
  NL: '01-01 E-2 E+1 04-27[!2025] 04-26[2025] 05-05 E+39 E+50 12-25 12-26',
  NO: '01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26',
  PL: '01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24[2025..] 12-25 12-26',
  PT: '01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
  RO: '01-01 01-02 01-06 01-07 01-24 O-2 O+1 05-01 06-01 O+50 08-15 11-30 12-01 12-25 12-26',
  SE: '01-01 01-06 E-2 E+1 05-01 E+39 06-06 06-20.sat 10-31.sat 12-25 12-26',
  SI: '01-01 01-02 02-08 E+1 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26',
  // 8 May and 15 September were made working days for 2026; 17 November for good from 2025.
  SK: '01-01 01-06 E-2 E+1 05-01 05-08[!2026] 07-05 08-29 09-15[!2026] 11-01 11-17[..2024] 12-24 12-25 12-26',
  US: '01-01<> 01.mon3 02.mon3 05.mon-1 06-19<> 07-04<> 09.mon1 10.mon2 11-11<> 11.thu4 12-25<>',
};
