/** Which browser this is, only to say where its permissions are. */
export type BrowserName = 'chrome' | 'chromeAndroid' | 'edge' | 'firefox' | 'safari' | 'ios' | 'other'

export function browserName(agent = navigator.userAgent): BrowserName {
  if (/iPhone|iPad|iPod/.test(agent)) return 'ios'
  if (/Firefox\//.test(agent)) return 'firefox'
  if (/Edg\//.test(agent)) return 'edge'
  if (/Chrome\//.test(agent)) return /Android/.test(agent) ? 'chromeAndroid' : 'chrome'
  return /Safari\//.test(agent) ? 'safari' : 'other'
}

export function deviceKind(agent = navigator.userAgent): 'computer' | 'tablet' | 'phone' {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  return /Mobi|iPhone|Android/i.test(agent) ? 'phone' : 'computer'
}
