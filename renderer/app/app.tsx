import { useEffect, useState } from 'react';
import type { i18n } from 'i18next';
import { RouterProvider } from '@tanstack/react-router';
import { TextProvider } from '#renderer/i18n/index.ts';
import { StateProvider } from '#renderer/state/index.ts';
import type { AppState } from '#renderer/state/index.ts';
import { ThemeProvider, UiProvider, listenForKeys, useWindowLanguage, useWindowLook } from '#renderer/ui/index.ts';
import type { UiServices } from '#renderer/ui/index.ts';
import { createAppRouter } from './router.tsx';

export interface AppProps {
  readonly state: AppState;
  readonly services: UiServices;
  readonly text: i18n;
}

/** Applies the language, density and key caps this window was left with. */
const Look = () => {
  useWindowLanguage();
  useWindowLook();
  return null;
};

/** A whole window, from what it was given; the composition root is `main.tsx`. */
export const App = (props: AppProps) => {
  const [router] = useState(createAppRouter);
  const { keys } = props.services;
  useEffect(() => listenForKeys(keys, window), [keys]);
  return (
    <TextProvider text={props.text}>
      <ThemeProvider language={props.text.language}>
        <UiProvider services={props.services}>
          <StateProvider value={props.state}>
            <Look />
            <RouterProvider router={router} />
          </StateProvider>
        </UiProvider>
      </ThemeProvider>
    </TextProvider>
  );
};
