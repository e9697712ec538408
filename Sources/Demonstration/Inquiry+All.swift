// The twenty investigations. Only a table: counts as published, days made up.

import Lifecycle

extension Inquiry {
    /// Every investigation: L live at the second day, N ended by the prosecutor's decision, K by that of the police.
    static let all: [Inquiry] = live + endedByCPS + endedByPolice

    private static let live: [Inquiry] = [
        Inquiry(
            name: "L1", opened: on("2014-11-03"), completed: nil,
            suspects: [Cohort(count: 10, bailed: true, fate: .charged)], firstSeen: (on("2015-06-08"), 21),
            victims: Witnesses(interviewed: 27, later: 1, declined: 3, untraced: 2),
            prosecutor: Prosecutor(
                advice: on("2016-11-07"), draft: on("2017-01-16"), submit: on("2017-03-06"), decided: on("2017-06-12"))),
        Inquiry(
            name: "L2", opened: on("2015-09-14"), completed: nil,
            suspects: [Cohort(count: 12, fate: .open), Cohort(count: 7, voluntary: true, fate: .open)],
            firstSeen: (on("2017-05-15"), 20), victims: Witnesses(interviewed: 16, later: 2, declined: 3, untraced: 2),
            prosecutor: Prosecutor(draft: on("2018-09-03"), submit: on("2019-02-28"), sent: false),
            planned: [PlannedPhase(window: (on("2019-05-01"), on("2019-09-30")), low: 10, high: 13, scheduled: 12)]),
        Inquiry(
            name: "L3", opened: on("2017-01-16"), completed: nil,
            suspects: [Cohort(count: 9, fate: .open), Cohort(count: 4, voluntary: true, fate: .open)],
            firstSeen: (on("2017-10-09"), 18),
            victims: Witnesses(interviewed: 10, planned: 2, declined: 2, untraced: 2),
            prosecutor: Prosecutor(draft: on("2018-10-01"), submit: on("2019-04-15"), sent: false),
            planned: [PlannedPhase(window: (on("2019-06-01"), on("2019-10-31")), low: 8, high: 10, scheduled: 9)]),
        Inquiry(
            name: "L4", opened: on("2017-05-08"), completed: nil, suspects: [Cohort(count: 6, fate: .submitted)],
            firstSeen: (on("2017-11-06"), 12), victims: Witnesses(interviewed: 8, declined: 1),
            prosecutor: Prosecutor(advice: on("2018-01-22"), draft: on("2018-05-14"), submit: on("2018-07-09"))),
        Inquiry(
            name: "L5", opened: on("2018-03-05"), completed: nil, suspects: [], firstSeen: nil,
            victims: Witnesses(interviewed: 3, planned: 4, declined: 2, untraced: 2), prosecutor: nil,
            planned: [
                PlannedPhase(window: (on("2018-12-01"), on("2019-03-31")), low: 20, high: 22, scheduled: 21),
                PlannedPhase(window: (on("2019-04-01"), on("2019-07-31")), low: 22, high: 25, scheduled: 23),
            ]),
    ]

    private static let endedByCPS: [Inquiry] = [
        Inquiry(
            name: "N1", opened: on("2014-12-01"), completed: on("2018-02-20"),
            suspects: [Cohort(count: 5, bailed: true, fate: .evidential), Cohort(count: 2, fate: .evidential)],
            firstSeen: (on("2015-09-07"), 20), victims: Witnesses(interviewed: 12),
            prosecutor: Prosecutor(
                advice: on("2017-02-06"), draft: on("2017-07-03"), submit: on("2017-08-14"), decided: on("2018-01-11"))),
        Inquiry(
            name: "N2", opened: on("2015-03-16"), completed: on("2018-04-17"),
            suspects: [Cohort(count: 6, bailed: true, fate: .evidential)], firstSeen: (on("2016-07-15"), 28),
            victims: Witnesses(interviewed: 10),
            prosecutor: Prosecutor(
                advice: on("2017-03-06"), draft: on("2017-09-04"), submit: on("2017-10-16"), decided: on("2018-03-08"))),
        Inquiry(
            name: "N3", opened: on("2015-11-02"), completed: on("2018-06-12"),
            suspects: [
                Cohort(count: 3, bailed: true, fate: .evidential),
                Cohort(count: 2, voluntary: true, fate: .publicInterest),
            ],
            firstSeen: (on("2016-11-22"), 12), victims: Witnesses(interviewed: 8),
            prosecutor: Prosecutor(
                advice: on("2017-05-08"), draft: on("2017-11-06"), submit: on("2017-12-11"), decided: on("2018-05-03"))),
    ]

    private static let endedByPolice: [Inquiry] = [
        closed("K1", on("2015-01-12"), on("2016-03-01"), arrested: 2, seen: on("2015-04-13"), 21, victims: 4),
        closed("K2", on("2015-02-09"), on("2016-06-30"), arrested: 2, seen: on("2015-05-11"), 21, victims: 4),
        closed("K3", on("2015-04-20"), on("2017-01-31"), arrested: 4, seen: on("2016-03-07"), 14, victims: 7),
        closed("K4", on("2015-06-15"), on("2017-03-15"), arrested: 2, died: 1, seen: on("2016-10-03"), 10, victims: 7),
        closed(
            "K5", on("2015-08-10"), on("2017-05-31"), arrested: 2, voluntary: 1, seen: on("2016-10-24"), 14, victims: 7),
        closed(
            "K6", on("2015-10-05"), on("2017-07-31"), arrested: 2, voluntary: 1, seen: on("2016-11-14"), 14, victims: 7),
        closed(
            "K7", on("2016-01-11"), on("2017-09-29"), arrested: 2, voluntary: 2, seen: on("2016-12-05"), 14, victims: 7),
        closed(
            "K8", on("2016-03-07"), on("2017-11-30"), arrested: 2, voluntary: 2, seen: on("2017-01-16"), 14, victims: 7),
        closed(
            "K9", on("2016-05-16"), on("2018-01-31"), arrested: 3, voluntary: 2, seen: on("2017-02-06"), 10, victims: 7),
        closed(
            "K10", on("2016-11-14"), on("2018-03-29"), arrested: 3, voluntary: 2, seen: on("2017-04-24"), 14, victims: 4
        ),
        closed(
            "K11", on("2017-02-13"), on("2018-06-29"), arrested: 4, voluntary: 2, seen: on("2017-06-12"), 14, victims: 5
        ),
        closed("K12", on("2017-06-19"), on("2018-09-28"), arrested: 2, seen: on("2017-10-02"), 14, victims: 3),
    ]

    private static func closed(
        _ name: String, _ opened: Day, _ completed: Day, arrested: Int, voluntary: Int = 0, died: Int = 0, seen: Day,
        _ step: Int, victims: Int
    ) -> Inquiry {
        let cohorts = [
            Cohort(count: died, fate: .died), Cohort(count: arrested, fate: .police),
            Cohort(count: voluntary, voluntary: true, fate: .police),
        ]
        return Inquiry(
            name: name, opened: opened, completed: completed, suspects: cohorts.filter { $0.count > 0 },
            firstSeen: (seen, step), victims: Witnesses(interviewed: victims), prosecutor: nil)
    }
}

/// A day of the table; a slip of the pen becomes a day that no figure counts, and the tests of the figures fall.
private func on(_ iso: String) -> Day { Day(iso) ?? Day(number: 0) }
