export default { printWidth: 120, singleQuote: true, trailingComma: 'all', useTabs: false, tabWidth: 2 };
