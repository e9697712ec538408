// Known answers: the trees of RFC 6962's reference implementation, and a small log with its keys, notes and proofs.
// The small log was made by other software than ours.

enum Vectors {
    // The reference tree of eight leaves.
    static let referenceLeaves = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]

    static let referenceRoots: [Int: String] = [
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    static let referenceInclusion: [([Int], [String])] = [
        (
            [0, 8],
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        ),
        (
            [5, 8],
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
        (
            [2, 3],
            [
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
            ]
        ),
        (
            [1, 5],
            [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        ),
    ]

    static let referenceConsistency: [([Int], [String])] = [
        (
            [1, 8],
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        ),
        (
            [6, 8],
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
        (
            [2, 5],
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        ),
        (
            [6, 7],
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
    ]

    // The small log.
    static let origin = "casefile.example/audit/2f6c"
    static let logSeed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    static let logKey = "casefile.example/audit/2f6c+87ae8eb5+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let witnessName = "witness.example/dpo"
    static let witnessSeed = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
    static let witnessKey = "witness.example/dpo+03cba029+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
    static let witnessTime: UInt64 = 1_790_000_123
    static let subjectKey = "5151515151515151515151515151515151515151515151515151515151515151"

    static let leaves = [
        #"""
        {"actor":"u-7","at":1790000000000,"c":["p/V3kjDPRvx3TWLRuNYTKzLTm6bpzwouDmCgX6Yzdz0="],"op":"collection","seq":0,"sub":["zhQ2R5qxAjOAXV+6sWgUqQ=="],"v":1,"why":"s62.investigation"}
        """#,
        #"""
        {"actor":"u-7","at":1790000000001,"c":["uRLhO1NUPSP/3qsJNGTNRTDcnsUUsqxvxNQLz5zVGDo="],"op":"consultation","seq":1,"sub":["lNDZo/qkgrb77kpv3pfSSA=="],"v":1,"why":"s62.investigation"}
        """#,
        #"""
        {"actor":"u-7","at":1790000000002,"c":["xkPsxeTdZs4u6rxSLZe8AfQfrj/4UTcxlwTFKlfvmmA="],"op":"erasure","seq":2,"sub":["1SY0kFrgGCIp9Uh3iSYpOw=="],"v":1,"why":"gdpr17.request"}
        """#,
    ]

    static let leafHashes = [
        "8b622fdf42d5b2253a92fe56234083948f766f9cde07a69b623816c76375c742",
        "0fe01d5a320bed66eccc8e3445512481d57e08767a8c465c63c95b4f3c0c120e",
        "2d38a809e9f9136ad60ea8d06578436a742a491baddb8ea06c6385a9a266d208",
    ]

    static let roots: [Int: String] = [
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "8b622fdf42d5b2253a92fe56234083948f766f9cde07a69b623816c76375c742",
        2: "92cead9db1d2421a399316ff5868ae71317cdfb4f59eadf2f69ff833a28e858f",
        3: "aabebcf7219d26574bdc2813baf85a682502787cff11fa9f669985dfbacd39e4",
    ]

    static let inclusion: [([Int], [String])] = [
        (
            [0, 3],
            [
                "0fe01d5a320bed66eccc8e3445512481d57e08767a8c465c63c95b4f3c0c120e",
                "2d38a809e9f9136ad60ea8d06578436a742a491baddb8ea06c6385a9a266d208",
            ]
        ),
        (
            [1, 3],
            [
                "8b622fdf42d5b2253a92fe56234083948f766f9cde07a69b623816c76375c742",
                "2d38a809e9f9136ad60ea8d06578436a742a491baddb8ea06c6385a9a266d208",
            ]
        ),
        (
            [2, 3],
            [
                "92cead9db1d2421a399316ff5868ae71317cdfb4f59eadf2f69ff833a28e858f"
            ]
        ),
    ]

    static let consistency: [([Int], [String])] = [
        (
            [1, 3],
            [
                "0fe01d5a320bed66eccc8e3445512481d57e08767a8c465c63c95b4f3c0c120e",
                "2d38a809e9f9136ad60ea8d06578436a742a491baddb8ea06c6385a9a266d208",
            ]
        ),
        (
            [2, 3],
            [
                "2d38a809e9f9136ad60ea8d06578436a742a491baddb8ea06c6385a9a266d208"
            ]
        ),
        ([3, 3], []),
    ]

    // Salt, detail, commitment.
    static let details = [
        (
            "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0",
            #"{"fields":["name","dob"],"subject":"nominal 4471"}"#,
            "a7f5779230cf46fc774d62d1b8d6132b32d39ba6e9cf0a2e0e60a05fa633773d"
        ),
        (
            "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
            #"{"note":"checked before visit","subject":"nominal 4471"}"#,
            "b912e13b53543d23ffdeab093464cd4530dc9ec514b2ac6fc4d40bcf9cd5183a"
        ),
        (
            "a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2",
            #"{"fields":["dob"],"subject":"nominal 4471"}"#,
            "c643ecc5e4dd66ce2eeabc522d97bc01f41fae3ff85137319704c52a57ef9a60"
        ),
    ]

    static let checkpoints: [Int: String] = [
        0: """
        casefile.example/audit/2f6c
        0
        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

        — casefile.example/audit/2f6c h66OtQGv+6bBx3/RRJFVeB3fruXTbXeS3fl1jrOXDFvIZXrSYBmZHYg6GngTrijZzCNpLeMaolyN5XQ1vCweaLE1UAA=

        """,
        1: """
        casefile.example/audit/2f6c
        1
        i2Iv30LVsiU6kv5WI0CDlI92b5zeB6abYjgWx2N1x0I=

        — casefile.example/audit/2f6c h66OtbVwEWLytsxsHvrLT+HW4mOFPZkbV6o79egCHdrcgGCSsgQK1YlOKsbOkdiDAf7csI19N4q6+iSmpuBMc0R9SwA=

        """,
        2: """
        casefile.example/audit/2f6c
        2
        ks6tnbHSQho5kxb/WGiucTF837T1nq3y9p/4M6KOhY8=

        — casefile.example/audit/2f6c h66OtSCvmzz/uWW46guEXfr23L92om29A50xul4M73MPeWfbIsQkwKHGtywHPGfcDzUv5U3+2+ntiK7auzox2PTOdQk=

        """,
        3: """
        casefile.example/audit/2f6c
        3
        qr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=

        — casefile.example/audit/2f6c h66OtQYQRmXBa9RuPM6Sg/4RvYlVUzEZ93rugK+0BbaZVmUlkFYq9OKjnJbtKe7DAGE8lZEdsrqN2F7F7HCRcT43NgE=
        — witness.example/dpo A8ugKQAAAABqsTv73iVhXm/us2loqIYKXhpvGqA0FAZJUQA6v8NOiLLcIT7MlX8JmKC3eXzAGO8/JNRFij9ClzJKPnCcp4rB+00cDA==

        """,
    ]

    static let proof = """
        c2sp.org/tlog-proof@v1
        index 0
        D+AdWjIL7WbszI40RVEkgdV+CHZ6jEZcY8lbTzwMEg4=
        LTioCen5E2rWDqjQZXhDanQqSRut246gbGOFqaJm0gg=

        casefile.example/audit/2f6c
        3
        qr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=

        — casefile.example/audit/2f6c h66OtQYQRmXBa9RuPM6Sg/4RvYlVUzEZ93rugK+0BbaZVmUlkFYq9OKjnJbtKe7DAGE8lZEdsrqN2F7F7HCRcT43NgE=
        — witness.example/dpo A8ugKQAAAABqsTv73iVhXm/us2loqIYKXhpvGqA0FAZJUQA6v8NOiLLcIT7MlX8JmKC3eXzAGO8/JNRFij9ClzJKPnCcp4rB+00cDA==

        """

    // What the log sends to the witness that has cosigned size 2.
    static let request = """
        old 2
        LTioCen5E2rWDqjQZXhDanQqSRut246gbGOFqaJm0gg=

        casefile.example/audit/2f6c
        3
        qr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=

        — casefile.example/audit/2f6c h66OtQYQRmXBa9RuPM6Sg/4RvYlVUzEZ93rugK+0BbaZVmUlkFYq9OKjnJbtKe7DAGE8lZEdsrqN2F7F7HCRcT43NgE=

        """
}
