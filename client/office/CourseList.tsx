import { CircleAlert, Plus } from 'lucide-react'
import type { CourseRef, LoginAnswer } from '#shared/api.ts'
import { Link } from '../kit/navigation.tsx'
import { useTitle } from '../kit/use-title.ts'
import { officeAddress } from './address.ts'
import { Asked, useAnswer } from './asked.tsx'
import { useWords } from './words.ts'

/** The courses found in the folder, each with what is wrong in its files. */
export function CourseList({ login }: { login: LoginAnswer }) {
  const t = useWords()
  const asked = useAnswer<CourseRef[]>('/api/courses', login.personId)
  useTitle(t.courses)
  return (
    <>
      <h1>{t.courses}</h1>
      <Asked asked={asked}>
        {(courses) =>
          courses.length ? (
            <>
              <div className="office-say">
                <p>
                  {t.coursesSay(courses.length, courses.filter(({ problems }) => problems.length).length)}
                </p>
              </div>
              <ul className="office-courses">
                {courses.map((course) => (
                  <Course key={course.id} course={course} login={login} />
                ))}
              </ul>
            </>
          ) : (
            <div className="office-none">
              <h2>{t.coursesNone}</h2>
              <p>{t.coursesNoneText}</p>
            </div>
          )
        }
      </Asked>
    </>
  )
}

function Course({ course, login }: { course: CourseRef; login: LoginAnswer }) {
  const t = useWords()
  const broken = course.problems.length > 0
  return (
    <li>
      <div className="office-course">
        <div>
          <h2>{course.title || course.id}</h2>
          <p className="office-facts">
            <span>{t.minutes(course.minutes)}</span>
            <span>{t.slides(course.slides)}</span>
            <span>{t.activities(course.activities)}</span>
            <code>slides/{course.id}</code>
          </p>
        </div>
        {!broken && (
          <Link
            className="btn"
            href={officeAddress(login, '/nouvelle', { cours: course.id })}
            aria-label={t.newClassOf(course.title)}
          >
            <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.newClass}
          </Link>
        )}
      </div>
      {broken && (
        <div className="office-problems">
          <p className="state tx-stop">
            <CircleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
            {t.problems(course.problems.length)}
          </p>
          <p>{t.problemsText}</p>
          <ol>
            {course.problems.map(({ file, line, column, problem, remedy }) => (
              <li key={`${file}:${line}:${column}:${problem}`}>
                <code>
                  {file}:{line}:{column}
                </code>
                <span className="vh">({t.position(line, column)})</span>
                <b>{problem}</b>
                <span>{remedy}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </li>
  )
}
