/** Points of one answer: a right tick or a wrong box left unticked is one, out of the number of options. */

type Question = { multiple: boolean; right: readonly string[]; order: readonly string[] }

export function points({ multiple, right, order }: Question, choice: readonly string[]) {
  if (!multiple) return { got: choice.length === 1 && right.includes(choice[0]!) ? 1 : 0, of: 1 }
  const got = order.filter((id) => choice.includes(id) === right.includes(id)).length
  return { got, of: order.length }
}
