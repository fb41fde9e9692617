import { counted } from '../../../lib/returns';

it.each([
  [0, '0 units'],
  [1, '1 unit'],
  [2, '2 units'],
])('counts %i as %s', (count, words) => {
  expect(counted(count, 'unit')).toBe(words);
});

it('takes the plural of what does not end in s', () => {
  expect([counted(1, 'was', 'were'), counted(3, 'was', 'were')]).toEqual(['1 was', '3 were']);
});
