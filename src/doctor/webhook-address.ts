/** What both addresses of the console are: `publicUrl` is this server's (without a slash at its end), its path included. */
export function webhookAddress(publicUrl: string): string {
  return `${publicUrl}/webhook/event`;
}
