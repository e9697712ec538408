// A store's slots, rows and sealed values as the first edition wrote them: every later program must open them.

enum FirstEdition {
    // The line breaks inside the texts stand for nothing.
    static let slots = """
        {"code":"BdeYNfszsDkUEc3kO9ecBxNVBZ2qoeLxMZxMK6H3J24=","format":"dalesway slots","generation":2,"rec
        overy":{"key":"uJOLB8PFsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","keys":[{"box":"THpRvhGl3b5m4Kh/fMj53po
        6U3R6dcRRQHqglMhyjz3fpACnb0mopw0H3IqEqsRit1qnaZAGOJ1n0PF1Z9Vgtkn8b9IDpzaKxFHxMT+lj4UPlYObzBIfoSTwv2z
        V5OUf7VDZM4Iye5I=","epoch":1}]},"salt":"f/D/QTD0qotdDMR1P8bwBg==","slots":[{"commitment":"IIzuCBKCV/
        dsJMROLS6us/kpiDHwCpWxrO6ryqAHgDc=","keys":[{"box":"wAVNkcqM/8O3Qr2qUETEQE8JeijpIL6UB4Pko5oJQVIZytH6
        suzUbERKXB6MbDIcmzcLY2/8fjicVT41dI8cmIpB0OrPMKXFrQktYpBMeNgQs5Rvt92z8YKCuZuYyDUAfQeTgMk1Jjc=","epoch
        ":1}],"locator":"pTrxglefVj9Yy3o7alKc8Q==","n":4,"p":1,"r":1,"salt":"yiIaP8curTcstdoeB2OtVec+8SMcG4O
        ckYApREnRAvA=","sealed":"WV2tI3AP6k8QscYLLD0yVtnDxQvQhlrggtPNnl+ZjUu4zxfdcJnAXXKbjlYFiHWPT60NwoxqYjj
        828NxCBoclcK1Tmkc/X/a3rWdjqvgS+4+MpcwOy65ym/K02y1Ou/eceW7mx5zB3j+txBAuu8xMTyMVm/tDV1Q3bU3t1/k8y9Godi
        K77sos3ueZrOmEuDLu5/ljHCvARtAa5h9D+fr5ICRRrAmtOqms47t3C0="},{"commitment":"Sd0TDc9MvO7A05gjIMqxCliyi
        dEs2PULz0vU2xZtBm0=","keys":[{"box":"z84NzTetjcrlvmwRabodNSkZvgvFa+PPorV9LayDz34X85/kcEhOEjHShePVTVv
        K7QmL/N4fInnkgmDg0/zl/KBnYOWMvYj7i8VGb9vBsn86YXWbIyfwTZzb8R0UEbdvIjlJxXjUqMM=","epoch":1}],"locator"
        :"555rLKHCPJ6NFLYn+FnUxg==","n":4,"p":1,"r":1,"salt":"+0Bu5pnyYFfa2obgzcYE/mo7gHmw/DNPzznEeEkvYJY=",
        "sealed":"AkNSoTRgvxPq/zwNtoZMEsOZG67YVVDa1MzxpXFl03SQsWTXE9NVoLoBYv3SdTFiZyroO5UNGXWgUxZFC4b5ZVK0j0
        f5ag+hKPDW9SeZTQNHbSIFdWyEuaL7gjQZ6bExtp30SJxvy4JDylsb6ikIkc6qnganYwTh8cfC1WE2u69Ev0fvS3Q6j8kdCj6g0R
        28j87RGp/ey/RMLmNyRsPCCC4ZMeIndZfLe+1YtSg="}],"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
        """
    static let recovery = "CWJE-E8V8-MT91-H5N7-1K1Z-2B5P-8A3X-DYNP-TJVE-YE8X-R77M-95G1-2214-TC0B"
    static let officer = "u-9e607a736c00ac9e"
    static let wrapped =
        "AEDa9XilGuOkBFL4JWYG0w+2gyBtjVual/YpASzk6kIA62cCwL+6y1W16+8jhbRJTCXMpm2H6VSs3iXPeAMP0QrDWT"
        + "LDgpI3ow=="
    static let sealed = "Qub8SUS98itZe5W2ap3Pdt7EcouIeIOIOLxSkO1rj7pwNE6H+s00rmK/PT8RcbsjhKRP0fapcxBQrQ=="
    static let boxedKey =
        "Af7CUQOovRaBozhIqe1ZuLnU7bZKtSeuU56zDYr6cvo+CxtwgHybzX+p6XB/kxJFub9L3gXjzTEGek6OFsDPdciz+U"
        + "5Yt2p1cvsxoCwWaz1Yf0nBxKp2El7J4igNI+2dUm/Xk6m+AgoB"
    static let box =
        "qfmzmfaqJFVWiCsYQRlqvNPtzIO0fmTx9l5b3ODFcW0VFI4kjsxdZgnDrm4UKb0F+V+9O6/LaspH7470i8Q506CO53"
        + "9OXNpV1/1ogWFKMuY="
    // Kind, name, body, signature.
    static let rows = [
        (
            "compartment", "care/1",
            #"""
            {"by":"u-33fea5a8e8429d17","epoch":1,"key":"wZwkPQspmt53D+FjgqWJYcUlaVySkC4aPkeiLAXy40c=","kind":"co
            mpartment","name":"care","since":1790000000000,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "Y8nn4bXBTw3gpcDANzgfRrlC/+YT5pFLua1g8awixrw0HM4C7HD1SoZtVCTmSw+pl3vu+gi8bJqnMhzjyE1PBQ=="
        ),
        (
            "compartment", "police/1",
            #"""
            {"by":"u-33fea5a8e8429d17","epoch":1,"key":"TVowQswSI5It+GCwOi/635x8Hn4CfWK/m5NBqQ/tpl0=","kind":"co
            mpartment","name":"police","since":1790000000000,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "aTWSfegUuvRaf5nNgqZaAgJjhcybbDy45XtFo/1XEbqDcA3GwAf69wl2LH5JxLRwiGO+v/lyeJnFHyBR27WFBw=="
        ),
        (
            "compartment", "rights/1",
            #"""
            {"by":"u-33fea5a8e8429d17","epoch":1,"key":"NNodV4+K2XNwsFV8qpds0MLp5awyT1RZUujOPyklPEo=","kind":"co
            mpartment","name":"rights","since":1790000000000,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "eiVUIJtDINky4y00FUZIGd+eIduKdr8FVwijJkb5a2nZT96Ye+ay+3J4kpwSxX+/kIcnOOUQdjWQo6HmDldhBQ=="
        ),
        (
            "compartment", "shared/1",
            #"""
            {"by":"u-33fea5a8e8429d17","epoch":1,"key":"VNoRGMxWS5d8C/TtdJPsN+pUpf1AwPZGvik1YQbNnEA=","kind":"co
            mpartment","name":"shared","since":1790000000000,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "7mLCPCtBxMjfL+z8aBHfvtSvKKYAJ1rNpcpcXxtyWUHTkyGQQnPIlW7IqrqhJ/L40jfMqj6KxMqEbJlLdz5SDw=="
        ),
        (
            "grant", "u-33fea5a8e8429d17/care/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"care","epoch":1,"kind":"grant","since":1790000000000,"stor
            e":"3u+lpuDB7uD/J4nMowCEjA==","user":"u-33fea5a8e8429d17","v":1,"wrapped":"GNgX/Pm1BPReWzkolJYHTp90a
            tK+BYzAMv7qAgTUJx2dpZYnPssqlQHTj15+mRhaqMDQVtj6UPkF1C8if0cOeXfGlb58uq/+z7RCG/ZjUvxjEgQhbFNin/5X8lxQf
            joGw4NL94ItzXQ="}
            """#,
            "+LOrujR58wxb0PKw+o5qoZkohQIZWAWnBvGHuvtjaDH3jNHFw6M0MRH+8VCLWHs61I4UaegX8TG5VIXOqmOuCw=="
        ),
        (
            "grant", "u-33fea5a8e8429d17/police/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"police","epoch":1,"kind":"grant","since":1790000000000,"st
            ore":"3u+lpuDB7uD/J4nMowCEjA==","user":"u-33fea5a8e8429d17","v":1,"wrapped":"iB9smY5HQVdil7TycORT15Y
            mct+0YjXMe6FhXMqwjjoLP2LXIfxnkSL9aUiZ4djeNUfLMSlzLIqrgPXaKedEUSCRIUgwmfUykn2PnIA3fES0f9RebadLSO1nlKV
            6tfPkNNwgSYYEVAY="}
            """#,
            "WA5845TGT0HZc51nXj0h5R0CGhC8zW6LFF9slihq3uUZ8Uzmmo7WBV0QIE1HbjLFaWZx/qvOxcatOskAd96NBQ=="
        ),
        (
            "grant", "u-33fea5a8e8429d17/rights/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"rights","epoch":1,"kind":"grant","since":1790000000000,"st
            ore":"3u+lpuDB7uD/J4nMowCEjA==","user":"u-33fea5a8e8429d17","v":1,"wrapped":"LEDJZkJeU8jS0pbrK56noGx
            4Rfdi653sMSWpssThnmSXYGXbZu181GI4N7t6M72pEP/F2t9ddsDlf63Fn9XzD1P10AJK+ONufWypCfOHD6Sfxxlze3aL1oiRo8L
            ESzmGewqB2bsTeik="}
            """#,
            "+yzMST3l2yNrDJ7oxUNEUPxAQrgaJtfWV7dVjVAyHaxhUcolh79ZyhCODVzuwXL/jfFt0puWMxfzLyj3wK1gAw=="
        ),
        (
            "grant", "u-33fea5a8e8429d17/shared/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"shared","epoch":1,"kind":"grant","since":1790000000000,"st
            ore":"3u+lpuDB7uD/J4nMowCEjA==","user":"u-33fea5a8e8429d17","v":1,"wrapped":"oUVtx+rBdDuko0pPsvDkgwe
            c+8088318UUsEi37FnBg0TSGzSglq/zUjyd/6AG84ffvt53qYBdu93H4PMoeIq6nx1T8vb4wrq4ACg7o5yaQvdY32PY5O3aF7jMz
            3k6trXck8ni1Lt2A="}
            """#,
            "+O9cmUcltbW+TfMAhAOjwyuHpxZ3Abv/2i+1H4u/q4K6bzpiionDYTmQBnAsCU40/VEvpKeOWJ/CSXDCiMaoDw=="
        ),
        (
            "grant", "u-9e607a736c00ac9e/care/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"care","epoch":1,"kind":"grant","since":1790000000002,"stor
            e":"3u+lpuDB7uD/J4nMowCEjA==","until":1790000900000,"user":"u-9e607a736c00ac9e","v":1,"wrapped":"6TP
            b3HvbehQz23vunDnc++wJT6l1IH825p5Bm8OmxwEa+suVmB8ZAOz6yntcIqn5VQCcUsFc7yLnFI5xmwO8UhuFfsV+elw4WXdkhwk
            5S+7etpvwd5z/8Lsa5s+LwgXl6zXRW9WMfFw="}
            """#,
            "ADtdDdwzTdW9q8mRaT0iP5drhXtRdey9/X1EAu5QHZWA8khT98PR78//L1XYzTvvVXsCUCpbOeQxwztrUFTnCQ=="
        ),
        (
            "grant", "u-9e607a736c00ac9e/shared/1",
            #"""
            {"by":"u-33fea5a8e8429d17","compartment":"shared","epoch":1,"kind":"grant","since":1790000000003,"st
            ore":"3u+lpuDB7uD/J4nMowCEjA==","user":"u-9e607a736c00ac9e","v":1,"wrapped":"IFDRtzIRiOjg2jCmQz9egoq
            LJVlVDy/3I8jy/ZIO2TVRNKLG8CgKLKC3AffzbWz98N6gchgVj3Om+jRY9B1xKUvjZF/mCRw6kZUwY7EZtv5uElh43498ViOP/Z9
            AoZPYsCROaloODNw="}
            """#,
            "//zHDGwNSiZUv4rkiTMJIfVety02CFM/TX9Z/jyYrfOphjesJK/80dBJ2SjiyqD6Q/0y7TCA5AYURUJlkf9rCQ=="
        ),
        (
            "head", "accounts",
            #"""
            {"by":"u-33fea5a8e8429d17","digest":"JHoyS76qa5vk4BgGmkhJpaJq9V+LBKp80aoG3IN72Bc=","kind":"head","sc
            ope":"accounts","serial":2,"since":1790000000001,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "Had/9CIjs86byVGKKMCmrd3Sduxx+AOmCknKEA1eYr2nJlFZuTKOkexFSZG1QY4KHf3ZaBAvYpwcSujiMz00Bg=="
        ),
        (
            "head", "grants",
            #"""
            {"by":"u-33fea5a8e8429d17","digest":"8GMwGoiLFm9VFwHPGPi80CT/Wc9V7bMnOb83ts3P1jM=","kind":"head","sc
            ope":"grants","serial":3,"since":1790000000003,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "Am119xygGSwYme/Va0LMOmP9A+I8IyBeub/FJpdIiDo5R3rDMmANf5RF0iOexIwJQnun+QTVcVwL3c8I1OqUCA=="
        ),
        (
            "recovery", "compartment/care/1",
            #"""
            {"box":"6fH1YymqnTXe5sHVB91SfW8NXYjXrQflWebqjj2W0V3baOXHBYHbfMbftMdS7CcfQK8sYONUlO1dFehR/3+hsEUgXKo4
            9uFLEUJqsKJHqEKSzWUmwRwkmoaWLXTLSrvLa/pW0TUK3w4=","by":"u-33fea5a8e8429d17","compartment":"care","ep
            och":1,"key":"uJOLB8PFsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","kind":"recovery","since":1790000000000,
            "store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "F9l52cc2S8ZxNH8acWAc2cvYmOzq5ig1FDx5S5CbzgZpvJoVOfb1SfxoJI9V5fCAuPuRdVPripBes+GteP1BCg=="
        ),
        (
            "recovery", "compartment/police/1",
            #"""
            {"box":"QzNlh1b0SX4JSRQKBxuaeasrtZQkkJG74/QIRh4HvEn8C6xTTKuZ6Vv/qROVxeeqJk+asCAmHOB6+RO7cYePQWEPjsJh
            cvGLJQGcnlibrhDa5+GP1szN8XHCD/ynTHO/X4CjiTV6fG8=","by":"u-33fea5a8e8429d17","compartment":"police","
            epoch":1,"key":"uJOLB8PFsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","kind":"recovery","since":179000000000
            0,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "5schwyPx5LEz6DH01pKls7GmHD9JGNyRsMfv8vsjRqLVvAVjrYXNBlKOF5rB+OJoC6q14wzibyQaZcyxHU9UBQ=="
        ),
        (
            "recovery", "compartment/rights/1",
            #"""
            {"box":"bD8ERnlnW4paMGh8o7XoKcIePu8Cd5A7wOhcty/mLCuE0qBlNcUw0RAgH11hQ1oqE9DLNAY2oGMD7fN2pva0mLzujHMR
            YxZ3n2Xo/ueHjzEZlvlNuphcPokuppFtQxKOasgkojZ1rBI=","by":"u-33fea5a8e8429d17","compartment":"rights","
            epoch":1,"key":"uJOLB8PFsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","kind":"recovery","since":179000000000
            0,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "9U1LoMTlzCpsU1NoQzT0h+o+YeHULYIcoXPjfc8tiacGRUbQRNvFqDToBbhl6xhgPBMcboVgG/G8hJ5TvtfZDw=="
        ),
        (
            "recovery", "compartment/shared/1",
            #"""
            {"box":"Ngbnjc12Z1QTxDkaEx7zUeN2jgsviW/RGW/YRyQ8ox/2RUV6kHEd5Zvi0VqEqC8nerk/REYVZuZRgJdsarZrZly/JeNy
            E1zY1O9w1qWKdiEyfAJbCDc7UnIZpFVcslJFWfStvEKa5kE=","by":"u-33fea5a8e8429d17","compartment":"shared","
            epoch":1,"key":"uJOLB8PFsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","kind":"recovery","since":179000000000
            0,"store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "3p1iSlE99pkbTXdHOjNDSU7oMHagrSitZpNxRBcJej7coYPxFlu/l3891j6JNMZpwNW03BBGQ5I3FGYbAWK4Dg=="
        ),
        (
            "recovery", "store/1",
            #"""
            {"box":"gqsqVvfH8ivz+ybmAzgOPTb57NejOWs+syLJ78xS80nTgyzypDaFjFKM0Idw4dbrjvdXm6fMzDbTuNeyRJAYmlZaJAL7
            BrTPjKhKhU9h/w+R9fVnAjbeSWtgqRswr555tOmDKG9/TTI=","by":"u-33fea5a8e8429d17","epoch":1,"key":"uJOLB8P
            FsNcm/nLCurUI3bHQAvcYQFtgyJeg5H15G2M=","kind":"recovery","since":1790000000000,"store":"3u+lpuDB7uD/
            J4nMowCEjA==","v":1}
            """#,
            "CEVNKTcJPCRFpvhjP7l3KP+pFzPeNH8TMuuTVQLziM5KXaYAUQOW7HB5oeyp6aDplGkgd56Rm9eyI1bXppnjCg=="
        ),
        (
            "user", "u-33fea5a8e8429d17",
            #"""
            {"agreement":"6Nul7KooM9RyOa8YEP3fn/KVVlTO4g4j/YtfFtZN2FE=","by":"u-33fea5a8e8429d17","id":"u-33fea5
            a8e8429d17","kind":"user","name":"custodian","organisation":"Other","roles":["custodian"],"signing":
            "cyT6XY7VFEX223UYPHc1XHg5eTrJ2asQUG2BiwzLzlc=","since":1790000000000,"status":"active","store":"3u+l
            puDB7uD/J4nMowCEjA==","v":1}
            """#,
            "AxvqPCmD48VdLfcs7yGNcHpFvqNOSIs0hmTvZpBXAJAa9hRJApedPn4igBkftaUn0q14uuRd37pPRqNo+dZLBA=="
        ),
        (
            "user", "u-9e607a736c00ac9e",
            #"""
            {"agreement":"5lRsf0cm7m+6LFO0ObMHlFapYlucgS5vzikvZO867Dg=","by":"u-33fea5a8e8429d17","id":"u-9e607a
            736c00ac9e","kind":"user","name":"zoë fictional","organisation":"Bradford Council","rank":"social wo
            rker","roles":["care"],"signing":"6qzkK347wfUXVQHEWLJ46mLKK2ADmslMfb5sjaal6UU=","since":179000000000
            1,"status":"active","store":"3u+lpuDB7uD/J4nMowCEjA==","v":1}
            """#,
            "naG41GWYIubAKgHdwvlMVnrTsxUwKgFIFrI5VEHQZm8jgQBYT/hOf8UujA6kW1cEQNFbs3jeFwmCMol5MMGADg=="
        ),
    ]
}
