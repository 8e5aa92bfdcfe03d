export { MOST_PEOPLE, type NamedMail, type PeopleList, readPeople } from '#shared/people.ts'
