// The list of commands, in the order in which help shows them.

extension Dalesway {
    /// The families of commands that share a first word.
    static let families: [Family] = [
        Family(name: "user", summary: "Accounts: who may sign in, and which keys they hold."),
        Family(name: "release", summary: "Releases: figures that are fit to publish, and who answers for them."),
        Family(name: "recovery", summary: "The recovery key: what opens the store when no passphrase can."),
        Family(name: "audit", summary: "The audit log: who did what, and the proof that it is whole."),
        Family(
            name: "audit witness", summary: "Witnesses: the other body's key under the log's checkpoints."),
    ]

    /// Every command of the case file; each stands in a file of its own under Commands.
    static let commands: [Command] = [
        initialise, demo, userAdd, userList, userGrant, userWithdraw, userSuspend, userReinstate, userRevoke,
        userPassphrase, userRank, userRole, userCover, userHandOver, userTrust, recover, recoveryRenew, rekey, add,
        next, record, supply, approve, correct,
        show, history, list, due, lifecycle, figures, figuresExplain, importFile,
        export, releaseDraft, releaseCheck, releaseApprove, releaseReject, releaseList, releaseShow, releaseDiff,
        releaseRender, releaseNoteFact,
        releaseFacts,
        check, backup, restore, auditLog, auditWhoSaw, auditBy, auditUnusual, auditVerify, auditCheckpoint, auditProve,
        auditExport, auditPack,
        auditWitnessNew, auditWitnessSign, auditWitnessShow, auditWitnessTake,
        auditWitnessDistrust,
        auditEmergencies, auditReview,
    ]
}
