import type { ComponentType } from 'react';
import type { StepId } from '../wizard/steps.ts';
import { AddressStep } from './address.tsx';
import { CheckStep } from './check.tsx';
import { CurrentStep } from './current.tsx';
import { PractiseStep } from './practise.tsx';
import { SettingsStep } from './settings.tsx';
import { VerdictStep } from './verdict.tsx';

/** The screen of every step. */
export const screens: Readonly<Record<StepId, ComponentType>> = {
  address: AddressStep,
  practise: PractiseStep,
  current: CurrentStep,
  check: CheckStep,
  verdict: VerdictStep,
  settings: SettingsStep,
};
