import { createTheme, Button, Menu, Modal, SegmentedControl, Tooltip } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** A ramp of ten shades, read from tokens.css so that every value lives in one place. */
const ramp = (name: string): MantineColorsTuple => {
  const shade = (index: number): string => `var(--mer-${name}-${String(index)})`;
  return [shade(0), shade(1), shade(2), shade(3), shade(4), shade(5), shade(6), shade(7), shade(8), shade(9)];
};

/** Mantine's theme, as the design reference fixes it: plum accent, stone and dusk neutrals, 32 px controls. */
export const theme = createTheme({
  primaryColor: 'plum',
  primaryShade: { light: 7, dark: 3 },
  colors: { plum: ramp('plum'), gray: ramp('stone'), dark: ramp('dusk') },
  fontFamily: 'var(--mer-font-ui)',
  fontFamilyMonospace: 'var(--mer-font-mono)',
  headings: { fontFamily: 'var(--mer-font-ui)', fontWeight: '620' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1rem', sm: '1.25rem', md: '1.25rem', lg: '1.5rem', xl: '1.75rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px' },
  defaultRadius: 'sm',
  shadows: { sm: 'var(--mer-shadow-1)', md: 'var(--mer-shadow-2)', xl: 'var(--mer-shadow-3)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'sm' } }),
    Menu: Menu.extend({
      defaultProps: {
        position: 'bottom-end',
        // Within the landmark of the place, and with nothing in it that is no item: screen readers count them.
        withinPortal: true,
        portalProps: { target: 'main' },
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 0 },
      },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, size: 480, transitionProps: { duration: 0 } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', withItemsBorders: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } }),
  },
});

const semantic = {
  '--mantine-color-body': 'var(--mer-bg-page)',
  '--mantine-color-text': 'var(--mer-text)',
  '--mantine-color-dimmed': 'var(--mer-text-3)',
  '--mantine-color-default': 'var(--mer-bg-raised)',
  '--mantine-color-default-color': 'var(--mer-text)',
  '--mantine-color-default-border': 'var(--mer-line-strong)',
  '--mantine-color-default-hover': 'var(--mer-bg-hover)',
  '--mantine-color-error': 'var(--mer-offtrack-text)',
  '--mantine-color-placeholder': 'var(--mer-text-3)',
  '--mantine-color-anchor': 'var(--mer-accent-text)',
  '--mantine-color-disabled': 'var(--mer-bg-sunken)',
  '--mantine-color-disabled-color': 'var(--mer-text-disabled)',
  '--mantine-color-disabled-border': 'var(--mer-line)',
  '--mantine-primary-color-filled': 'var(--mer-accent)',
  '--mantine-primary-color-filled-hover': 'var(--mer-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--mer-on-accent)',
  '--mantine-primary-color-light': 'var(--mer-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--mer-accent-text)',
  '--mantine-color-plum-filled': 'var(--mer-accent)',
  '--mantine-color-plum-filled-hover': 'var(--mer-accent-hover)',
} as const;

/** Points Mantine's semantic variables at ours, for both colour schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--input-height-sm': 'var(--mer-control)' },
  light: { ...semantic },
  dark: { ...semantic },
});
