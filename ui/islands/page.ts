import {
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { followConditions } from './conditions.ts';

// Styles of components that need script wait for this mark; without JavaScript it never comes and everything stays open.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink])
  createAll(component);
for (const form of document.querySelectorAll('form')) followConditions(form);
