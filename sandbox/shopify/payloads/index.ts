export * from './orders';
export * from './returns';
