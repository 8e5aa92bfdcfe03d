/** Where a class may meet beside Estrade. People open it in their browser or telephone: nothing else is let through. */
export const isMeetingUrl = (text: string): boolean =>
  /^(https:\/\/[^\s/]|tel:\+?[\d\s().-]{4,30}(,,[\d#,]{1,30})?$)/.test(text) && URL.canParse(text)
