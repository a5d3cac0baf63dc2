// Reads calendar files with ical.js, a parser that knows nothing of ours. In: a JSON list of texts. Out: a JSON list of their events.
import fs from 'node:fs';
import ICAL from 'ical.js';

export function events(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid, summary: event.summary, description: event.description, location: event.location, sequence: event.sequence,
      start: event.startDate.toString(), end: event.endDate.toString(), alarms: part.getAllSubcomponents('valarm').length,
    };
  });
}

if (process.argv[1]?.endsWith('read-ics.mjs')) console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(events)));
