import { describe, expect, it } from '@jest/globals';
import { isRole, PERMISSIONS, permissionsOf, ROLES } from './index.js';

describe('permissions', () => {
  it('of the owner are all', () => {
    expect([...permissionsOf('owner')]).toEqual([...PERMISSIONS]);
  });

  it('to see purchase prices are the owner and the accountant only', () => {
    const mayKnow = ROLES.filter(
      (role) => permissionsOf(role).has('cost:read') || permissionsOf(role).has('margin:read'),
    );
    expect(mayKnow).toEqual(['owner', 'accountant']);
  });

  it('to see what installers are paid are the installer, the owner and the accountant only', () => {
    expect(ROLES.filter((role) => permissionsOf(role).has('pay:read'))).toEqual(['owner', 'installer', 'accountant']);
  });

  it('to see what dealers pay have neither those who measure nor those who make', () => {
    const mayKnow = ROLES.filter((role) => permissionsOf(role).has('dealer-price:read'));
    expect(mayKnow).toEqual(['owner', 'administrator', 'manager', 'accountant']);
  });

  it('to change the organization are those of the owner and the administrator, to read it everybody has', () => {
    const mayChange = ROLES.filter((role) => permissionsOf(role).has('organization:manage'));
    expect(mayChange).toEqual(['owner', 'administrator']);
    expect(ROLES.every((role) => permissionsOf(role).has('organization:read'))).toBe(true);
  });

  it('of those who work on assigned orders do not open the others', () => {
    for (const role of ['measurer', 'workshop', 'installer'] as const) {
      expect(permissionsOf(role).has('order:read-assigned')).toBe(true);
      expect(permissionsOf(role).has('order:read')).toBe(false);
    }
  });

  it('belong to known roles', () => {
    expect(isRole('manager')).toBe(true);
    expect(isRole('toString')).toBe(false);
    expect(isRole(null)).toBe(false);
  });
});
