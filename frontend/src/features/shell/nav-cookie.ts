/** Whether the navigation is collapsed; read on the server so that the first frame has the right width. */
export const NAV_COOKIE = 'smet_nav';
