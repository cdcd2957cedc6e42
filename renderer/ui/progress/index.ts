export * from './norm-gauge.tsx';
export * from './progress-bar.tsx';
export * from './sparkline.tsx';
