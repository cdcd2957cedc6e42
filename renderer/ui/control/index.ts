export * from './button.tsx';
export * from './card.tsx';
export * from './chip.tsx';
export * from './copy-field.tsx';
export * from './dialog.tsx';
export * from './field.tsx';
export * from './keys.tsx';
export * from './prose-field.tsx';
